import {html, type Markup} from './markup.ts'

/** A page with a message instead of content, and a way to go on. */
export function message(title: string, text: string): Markup {
  return html`<section class="notice">
<h1>${title}</h1>
<p>${text}</p>
<p><a href="/">All articles</a></p>
</section>`
}
