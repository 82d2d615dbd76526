import {html, raw} from 'hono/html'

export {html, raw}
/** HTML in which every value was escaped, unless it came through `raw`. */
export type Markup = ReturnType<typeof html>
