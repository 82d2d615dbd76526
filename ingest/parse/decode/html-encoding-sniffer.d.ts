declare module 'html-encoding-sniffer' {
  interface Options {
    xml?: boolean
    transportLayerEncodingLabel?: string
    defaultEncoding?: string
    /** Not with `xml`. */
    maxPrescanBytes?: number
  }
  /** Canonical name of the encoding, or `defaultEncoding` as given. */
  export default function htmlEncodingSniffer(bytes: Uint8Array, options?: Options): string
}
