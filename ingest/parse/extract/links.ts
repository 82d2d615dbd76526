/** Where the links of a line lead. */
import type {Element, ElementContent} from 'hast'

/** Whether the links of some nodes, of which there must be some, all lead to what the page is filed under. */
export function leadsToTags(nodes: readonly ElementContent[]): boolean {
  const links = linkElements(nodes)
  return links.length > 0 && links.every(({properties: {rel}}) => Array.isArray(rel) && rel.includes('tag'))
}

/** Addresses of the links in some nodes. */
const linksIn = (nodes: readonly ElementContent[]): string[] =>
  linkElements(nodes).map(({properties}) => String(properties.href))

function linkElements(nodes: readonly ElementContent[]): Element[] {
  const links: Element[] = []
  const stack = [...nodes]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'element') continue
    if (node.tagName === 'a' && node.properties.href !== undefined) links.push(node)
    stack.push(...node.children)
  }
  return links
}

export const isOneLink = (nodes: readonly ElementContent[]): boolean => linksIn(nodes).length === 1

/**
 * Whether all links of some nodes, of which there must be some, lead to other pages of the same site: not to a place in this one, nor to
 * a file. Where it is not known from where the page is, `unknown` is the answer for whole addresses.
 */
export function staysOnSite(
  nodes: readonly ElementContent[],
  url: string | undefined,
  unknown = false,
): boolean {
  const links = linksIn(nodes)
  const parsed = url === undefined ? undefined : URL.parse(url)
  // The address of a file, or a name, tells no site.
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

/** The last two labels of a host: enough to tell a site's own pages, whatever their subdomain. */
const siteOf = ({hostname}: URL): string => hostname.split('.').slice(-2).join('.')

const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|zip|csv|mp[34])(?:$|[?#])/i
