/** Types of the converters that we compare with, as far as they are used. */
declare module 'turndown' {
  export default class TurndownService {
    use(plugin: unknown): this
    turndown(html: string): string
  }
}

declare module 'turndown-plugin-gfm' {
  export const gfm: unknown
}

declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string)
    window: {document: Document}
  }
}
