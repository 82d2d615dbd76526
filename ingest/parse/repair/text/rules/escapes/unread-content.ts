/**
 * Scripts and styles of a complete page: nobody reads them, and every later rule and the parser would walk over them.
 * Data stays, since a page declares its metadata there; so do formulas in TeX and unclosed scripts.
 *
 * @example
 *   in: <!doctype html><style>p { color: red }</style><script>var a = "<p>";</script><!-- one --><p>Two.</p><svg><title>Three</title></svg>
 *   out: <!doctype html><style></style><script></script><p>Two.</p><svg></svg>
 * @example
 *   in: <!doctype html><script type="application/ld+json">{"@type": "Article"}</script><p>One.</p>
 *   out: <!doctype html><script type="application/ld+json">{"@type": "Article"}</script><p>One.</p>
 */
import {isPage} from '../../markup/outside.ts'
import type {TextRule} from '../../rule.ts'
import {unreadIn, withoutUnread} from './unread-content/unread-ranges.ts'

export const unreadContent: TextRule = (text, report) =>
  isPage(text.value) ? withoutUnread(text, unreadIn(text), report) : text
