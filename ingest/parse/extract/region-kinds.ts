/**
 * Regions that are not part of the article, recognized by the names that sites give them: a table ordered by
 * reliability.
 */

export interface RegionKind {
  name: KindName
  /** Explains the removal to an editor, as a noun phrase. */
  reason: string
  /** Matched against a lower-case class name or id, its words separated by hyphens and with a hyphen at both ends. */
  pattern: RegExp
  /** Maximum share of the article’s prose that such a region may hold; one that holds more has a misleading name. */
  maxShare: number
  /** Maximum text length, in characters. */
  maxLength?: number
  /** Whether the name alone says little: such a region must also hold links. */
  needsLinks?: boolean
}

/** Names of the kinds. */
type KindName =
  | 'advertisement'
  | 'author'
  | 'button'
  | 'byline'
  | 'comments'
  | 'contents'
  | 'cookies'
  | 'navigation'
  | 'newsletter'
  | 'paywall'
  | 'player'
  | 'related'
  | 'share'
  | 'sidebar'
  | 'tags'
  | 'unseen'

/** All kinds, the most reliable first. */
const REGION_KINDS: readonly RegionKind[] = [
  {
    name: 'unseen',
    reason: 'text for screen readers only',
    pattern:
      /-(?:sr-only|visually-?hidden|screen-reader(?:-text)?|screenreader[a-z]*|visuallyhidden|a11y-hidden|u-hidden-visually|off-?screen|print-(?:only|header|logo|footer)|noprint|ie-only|rollover-(?:[a-z]+-)?block|skiptranslate|goog-gt-[a-z]+|tooltip-?(?:text|content)?|caption-truncated)-/,
    maxShare: 0.2,
    maxLength: 800,
  },
  {
    name: 'comments',
    reason: 'comments by readers',
    pattern:
      /-(?:comments?(?!-on-)|comment-?(?:list|section|area|form|wrap(?:per)?|box|count)|commentlist|respond|disqus(?:-thread)?|kommentare?|comentarios|commentaires|(?<=^-)discussions?(?=-$)|discussions?-?(?:area|box|list|section|thread|wrap(?:per)?)|replies)-/,
    maxShare: 0.9,
  },
  {
    name: 'cookies',
    reason: 'a notice about cookies or consent',
    pattern:
      /-(?:cookies?(?:-?(?:banner|notice|bar|consent|policy|law|info|message|popup|modal|settings|wall|disclaimer|hinweis))|cookies|gdpr|(?:cookie|gdpr)-?consent|consent-?(?:banner|bar|manager|modal|popup)|cli-(?:modal|tab|settings)|onetrust[a-z]*|cmp-(?:banner|modal|overlay)|privacy-(?:notice|banner))-/,
    maxShare: 0.3,
  },
  {
    name: 'advertisement',
    reason: 'an advertisement',
    pattern:
      /-(?:ads?|adv|advert[a-z]*|adsbygoogle|ad-?(?:slot|unit|wrapper|container|banner|box|break|placement)|banner|sponsor[a-z]*|werbung|anzeige|publicidad|promo[a-z]*|commercial(?:-unit)?|affiliate[a-z]*|cta|call-to-action|wpcnt)-/,
    maxShare: 0.2,
  },
  {
    name: 'newsletter',
    reason: 'an offer to subscribe or get a newsletter',
    pattern:
      /-(?:newsletters?|news-letter|support-?(?:us|banner|buttons?|general|box)|general-support|team-letter|subscri[a-z]*|sign-?up|opt-?in|mailchimp|mc-embed[a-z]*|mailing-?list|donat(?:e|ion|ions)|appstores?|app-(?:banner|promo|download)|membership|fundrais[a-z]*)-/,
    maxShare: 0.2,
  },
  {
    name: 'paywall',
    reason: 'a request to subscribe or log in',
    pattern:
      /-(?:paywall-?[a-z]*|pay-?gate|regwall|gat(?:ed|ing)|log-?in|sign-?in|meter-?[a-z]*|piano-[a-z]+)-/,
    maxShare: 0.1,
  },
  {
    name: 'share',
    reason: 'buttons to share or follow',
    pattern:
      /-(?:share|shares|sharing|partage[rz]?|compartir|compartilh[a-z]+|condivid[a-z]+|delen|reseaux-?(?:sociaux)?|redes-sociales|kudos?|util(?:ity)?-?bar|text-?resizer?|tools?-?text-?size|font-?resizer?|shar(?:e|ing)-?(?:bar|buttons?|tools?|links?|icons?|this|list)|sharedaddy|social|socials|social-?(?:media|links?|share|sharing|icons?|bar|buttons?)|addthis[a-z]*|addtoany|a2a|follow|follow-us|short-?url|(?<!kg-)bookmark(?!-(?:card|container|content|title|description|metadata|thumbnail))|print-?(?:button|link|friendly)|jp-relatedposts-share|teilen|swp-ctt|b?ctt(?:-[a-z]+)?|click-to-tweet|tweet-this|tools|toolbar|reactions?|(?<!-(?:also|i|they|we|you)-)likes?|voting|feedback|republish|republication[a-z]*)-/,
    maxShare: 0.1,
  },
  {
    name: 'related',
    reason: 'links to other articles',
    pattern:
      /-(?:breaking-?(?:bar|block|strip|ticker)|current-issue|article-end|related|related-?(?:posts?|articles?|news|stories|content|links?|topics?)|jp-relatedposts|yarpp[a-z]*|recirc[a-z]*|recommend[a-z]*|top-?stor(?:y|ies)|outbrain|taboola|trending|most-?(?:read|popular|viewed|shared)|popular|popular-?posts?|read-?(?:more|also|next)|see-?also|also-?(?:read|like|on)|more-?(?:news|posts|stories|articles|from|on|info|links)|next-?(?:post|article|story|read|prev)|prev-?(?:post|article|next)|previous-?(?:post|article)|post-?navigation|nav-?links|latest(?:-?[a-z]+)?|further-reading|similar|relacionad[ao]s|correlati|ctx-related|interesting-articles|more-?stories|story-?timeline|suggest(?:ed|ions)|explore-?more|keep-?reading|up-?next|watch-?next|other-(?:posts|news|articles|blogposts)|listposts|news-?list|embedded-?article|in-?article-?link|editors?-?picks?|dont-miss|you-may|newsletter-recirc|video-?playlist)-/,
    maxShare: 0.35,
  },
  {
    name: 'related',
    reason: 'links to other articles',
    // Builders of pages call any box with a heading and a few words so.
    pattern: /-teasers?-/,
    maxShare: 0.35,
    needsLinks: true,
  },
  {
    name: 'contents',
    reason: 'a table of contents',
    pattern:
      /-(?:toc|ez-toc[a-z]*|lwptoc|table-of-contents?|toc-?(?:container|list|wrapper|box)|tableofcontents|in-page-nav|jump-?links?|anchor-?links?|page-index|lwptoc-[a-z]+)-/,
    maxShare: 0.15,
  },
  {
    name: 'navigation',
    reason: 'links to other pages of the site',
    pattern:
      /-(?:nav|navs|nav-?bar|navigation|(?:micro|sub|mini|side|top|local|global|site|main|primary|secondary|mobile)nav|fly-?outs?|nav-?menu|menu|menus|sub-?menu|mega-?menu|breadcrumbs?|bread-crumbs?|pagination|pager|pages-nav|masthead|skip|skip-?(?:link|to)|site-?(?:header|footer|map|info)|footer|back-?to-?top|language-switcher|lang-?switch(?:er)?|search-?(?:form|box|bar)|tabs?-nav|modal|popup|pop-up|overlay|lightbox|control-?(?:s|bar|panel)|caption-?link|rodape|pie-de-pagina|fusszeile|pied-de-page|notification-?(?:bar|banner)|alerts?-?banner|banner-?(?:alert|message)|scrim|browser-?(?:upgrade|update|warning)|slide-?count|slider-nav)-/,
    maxShare: 0.2,
  },
  {
    name: 'sidebar',
    reason: 'a sidebar',
    pattern:
      /-(?:side-?bar\d*|sidebar-?[a-z]+|side-?col(?:umn)?|aside|right-?(?:rail|bar)|rail|(?<=^-)secondary(?=-$)|widget-area|(?<=^-)widget-(?:text|rss(?:-links)?|meta|categories|archives?|links|search|tag-cloud|calendar|pages|nav-menu|recent-(?:entries|comments|posts)|media-image|blog-stats)(?=-$))-/,
    maxShare: 0.45,
  },
  {
    name: 'sidebar',
    reason: 'a sidebar',
    // The right one of two columns in the text has such a name, too.
    pattern: /-(?:right-?(?:col|column)|(?:col|column)-?right)-/,
    maxShare: 0.45,
    needsLinks: true,
  },
  {
    name: 'tags',
    reason: 'a list of tags or topics',
    pattern:
      /-(?:tags|tag-?(?:list|cloud|links|wrapper|container|items?)|tagcloud|post-?tags?|entry-?tags?|article-?tags?|topics?-?(?:list|links)|topics|keywords|categories|category-?(?:list|links?|label|name)|cat-?links?|post-?categor(?:y|ies)|filed-?under|entry-?(?:utility|footer)|post-?footer|article-?(?:footer|labels)|group-?labels)-/,
    maxShare: 0.1,
    maxLength: 1200,
  },
  {
    name: 'author',
    reason: 'a note about the author',
    pattern:
      /-(?:author-?(?:box|bio|info|card|block|profile|description|about|content|details|section|wrap(?:per)?|container|footer|area|meta)|(?:about|post|single|entry|article)-?author(?:-[a-z]+)?|authors?-?(?:box|bio)|bio|biography|short-?bio|abh|byline-?bio|contributor-?(?:bio|box|info)|saboxplugin[a-z]*|bottom-?byline|contact-?box|contact-?(?:info|card|person)|presscontact|press-?officer|boilerplate|about-(?:us|the-author|author))-/,
    maxShare: 0.2,
    maxLength: 3000,
  },
  {
    name: 'byline',
    reason: 'details of the article, such as its author, date or section',
    pattern:
      /-(?:by-?lines?|authors?|author-?(?:name|link|date|names|credit|title|role|image|avatar|twitter)|writer|written-?by|contributors?|vcard|meta|meta-?(?:data|info|line|single|inner|bar)|(?:post|entry|article|story|news|blog|page|content)-?(?:meta|info|data|date|byline|details|time|header-meta)(?:-[a-z]+)?|date-?lines?|dates?|date-?(?:time|published|posted|updated|info)|time-?stamps?|pub-?dates?|publish(?:ed)?-?(?:date|info|time|on)?|published|posted-?(?:on|by|in)?|updated|last-?(?:updated|modified|edited|edit)|eyebrow|kicker|overline|read(?:ing)?-?time|time-?to-?read|min-?read|article-?(?:category|section|type|kicker)|section-?(?:label|tag)|rubrik|dachzeile|credits?-line|views?-?count|comment-?link|word-?count)-/,
    maxShare: 0.05,
    maxLength: 320,
  },
  {
    name: 'player',
    reason: 'the controls of a player',
    pattern:
      /-(?:current-?time|playback-?rate|seek-?(?:bar|slider)|time-?(?:rail|slider|total)|(?:audio|video|player|media|track)-?(?:time|duration|controls?|progress|volume|speed|seek|current-?time|playback-?rate))-/,
    maxShare: 0.05,
    maxLength: 60,
  },
  {
    name: 'button',
    reason: 'a button',
    pattern:
      /-(?:btn|btns|button|buttons|wp-block-buttons?|kg-button-card|kg-btn|cta-?(?:button|link)|w-button|a-btn|sqs-block-button)-/,
    maxShare: 0.05,
    maxLength: 120,
  },
]

/** Normalize a class name or id for the patterns. */
function normalizeName(name: string): string {
  return `-${name
    .replace(/__(?=[a-z_-]{0,5}[A-Z\d])[A-Za-z\d_-]{5,6}$/, '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')}-`
}

/**
 * Names that do not say what a region is, but what it contains (`has-comments`, `with-full-navigation`) or how its label
 * is shown (`field--label-visually_hidden`).
 */
const HAS = /^-(?:has|with|without)-|-(?:enabled?|disabled?)-$|-label-(?:visually-?)?hidden-$/

/** The same for sidebars: `page-with-sidebar`, `sidebar-enabled--false`. */
const FLAG = /-(?:no|has|with|without|enabled?|disabled?|true|false|none)-/

/** Find the first kind whose pattern matches a name. */
export function kindOfName(name: string): RegionKind | undefined {
  const words = normalizeName(name)
  if (HAS.test(words)) return undefined
  const kind = REGION_KINDS.find(({pattern}) => pattern.test(words))
  // The name of an element beside a sidebar, or of a page without one.
  if (kind?.name === 'sidebar' && FLAG.test(words)) return undefined
  // The title of a section is not a label.
  return kind?.name === 'byline' && /-(?:title|heading|headline)-$/.test(words) ? undefined : kind
}
