/** Files that stand for an image until a script puts it there: one pixel, an empty picture, a wheel that turns. */

const NAME =
  /^(?:1x1|(?:white|gr[ae]y|black)?[-_]?(?:blank|dummy|empty|spacer|transparent|placeholder|lazy-?load(?:er)?|loading|loader|spinner)|(?:clear|pixel|trans))(?:[-_.\d]?(?:1x1|bg|gif|grey|horizontal|icon|image|img|gr[ae]y|lazy|pixel|placeholder|square|transparent|vertical|white|data|\d{1,4}x\d{1,4}|\d{1,4}))*\.(?:gif|jpe?g|png|svg|webp)$/i

const LAZY_NAME = /^lazy[-_]placeholder\.(?:gif|jpe?g|png|svg|webp)$/i

/** Whether the file that an address names is a placeholder by its name. */
export function isPlaceholder(address: string): boolean {
  const file = fileOf(address)
  return NAME.test(file) || LAZY_NAME.test(file)
}

/** The last part of the path of an address. */
export function fileOf(address: string): string {
  const path = address.split(/[?#]/, 1)[0] ?? ''
  return path.slice(path.lastIndexOf('/') + 1)
}
