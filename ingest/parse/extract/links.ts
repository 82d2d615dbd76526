/** Targets of the links in a line. */
import type {Element, ElementContent} from 'hast'

/** Whether nodes contain links, and all of them lead to tag pages. */
export function leadsToTags(nodes: readonly ElementContent[]): boolean {
  const links = linkElements(nodes)
  return links.length > 0 && links.every(({properties: {rel}}) => Array.isArray(rel) && rel.includes('tag'))
}

/** List the link addresses in nodes. */
const linksIn = (nodes: readonly ElementContent[]): string[] =>
  linkElements(nodes).map(({properties}) => String(properties.href))

function linkElements(nodes: readonly ElementContent[]): Element[] {
  const links: Element[] = []
  const stack = [...nodes]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'element') continue
    if (node.tagName === 'a' && node.properties.href !== undefined) links.push(node)
    for (const child of node.children) stack.push(child)
  }
  return links
}

/** Whether nodes contain exactly one link. */
export const isOneLink = (nodes: readonly ElementContent[]): boolean => linksIn(nodes).length === 1

/**
 * Whether nodes contain links, and all of them lead to other pages of the same site: not to a fragment of this page,
 * nor to a file. `unknown` is the answer for absolute addresses if the page’s address is unknown.
 */
export function staysOnSite(
  nodes: readonly ElementContent[],
  url: string | undefined,
  unknown = false,
): boolean {
  const links = linksIn(nodes)
  const parsed = url === undefined ? undefined : URL.parse(url)
  // A file path or a name does not identify a site.
  const page = parsed?.protocol.startsWith('http') ? parsed : undefined
  return (
    links.length > 0 &&
    links.every((href) => {
      if (href.startsWith('#') || FILE.test(href)) return false
      const target = URL.parse(href, page ?? 'https://page.invalid/')
      if (!target) return false
      if (page) return siteOf(target) === siteOf(page)
      return unknown || target.hostname === 'page.invalid'
    })
  )
}

/** The last two labels of a host identify a site, whatever the subdomain. */
const siteOf = ({hostname}: URL): string => hostname.split('.').slice(-2).join('.')

const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|zip|csv|mp[34])(?:$|[?#])/i
