/** A picture whose bytes are its address (RFC 2397), of a type that browsers draw and that runs nothing. */
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/]+={0,2}$/

/**
 * Whether an address is a picture itself. A parsed article holds such addresses; in a stored one the picture is an asset.
 *
 * @see https://www.rfc-editor.org/rfc/rfc2397
 */
export const isDataPicture = (address: unknown): address is string =>
  typeof address === 'string' && address.startsWith('data:') && PICTURE.test(address)
