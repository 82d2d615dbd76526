import {html, raw} from 'hono/html'

export {html, raw}
/** HTML in which every value is escaped, except those passed through `raw`. */
export type Markup = ReturnType<typeof html>
