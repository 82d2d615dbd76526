const REGULAR = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i

/** Whether a text has the form of a BCP 47 language tag, such as `en`, `pt-BR` or `zh-Hans`. */
export function languageTag(value: string | undefined): true | string {
  if (!value || REGULAR.test(value)) return true
  return `“${value}” is not a language tag. Examples: en, pt-BR, zh-Hans.`
}
