import {type BoilerplateKind, isOfKind, type LineOpening, opensLine} from './boilerplate-kind.ts'
import {AMBIGUOUS_LINES, TAG_LABELS, WHOLE_LINES} from './boilerplate-phrases.ts'
import {TRANSLATED} from './boilerplate-translations.ts'

/**
 * Lines that sites put around and into articles, by purpose. Each pattern is anchored and matches a whole line: a
 * sentence that only mentions a newsletter does not match.
 */
const NETWORKS =
  'facebook|twitter|xing|x|linked ?in|whats ?app|telegram|pinterest|reddit|tumblr|instagram|tik ?tok|you ?tube|mastodon|bluesky|threads|viber|vk|e-?mail|mail|print|copy link|link|sms|messenger|flipboard|pocket|share|save|line|wechat|weibo|rss|more'

const KINDS: readonly BoilerplateKind[] = [
  {
    name: 'share line',
    limit: 120,
    pattern: new RegExp(
      `^(?:(?:share|tweet|pin|like|print|save|email|send)(?: (?:this|the))?(?: (?:article|story|post|page|news|on|via|with|by|to|your|friends|${NETWORKS}))*[:!.]?|share on .{1,40}|(?:(?:${NETWORKS})[\\s|,/·•]+){2,}(?:${NETWORKS})|(?:click to )?share this.{0,40}|(?:artikel|beitrag) teilen|partager (?:cet article|sur).{0,30}|compartir(?: en .{1,30}| este art.culo)?)$`,
      'iu',
    ),
  },
  {
    name: 'advertisement',
    limit: 90,
    pattern:
      /^(?:advertisement|advertorial|adverts?|sponsored(?: content| links?)?|promoted(?: content| stories)?|ad|ads by \S{1,90}|(?:anzeige|werbung|reklame|advertisement|ads? by)(?: (?:schließen|ende|endet|überspringen|symplr|taboola|outbrain|teads|google|criteo|ligatus|plista|adsense|revcontent|mgid))?|publicit[ée]|publicidade?|publicitate|annonce|annons|mainos|hirdetés|oglas|reklám|διαφήμιση|quảng cáo|広告|广告|廣告|광고|إعلان|reklama?|реклама|pubblicit[àa]|advertentie|paid content|article continues (?:below|after)(?: this)?(?: ad(?:vertisement)?)?|(?:story|content) continues below(?: ad(?:vertisement)?)?|continue reading below)(?:\s{0,90}[-–—:|]\s{0,90}(?:continue reading below|scroll (?:down )?to continue.{0,90}|story continues below|article continues below))?$/iu,
    isFramed: true,
    openings: [{pattern: /^[\s\-–—_*|[(]{0,90}(?:scroll to continue|continue reading after )/iu, rest: 90}],
  },
  {
    name: 'newsletter',
    limit: 260,
    pattern:
      /^(?:(?:subscribe|join|register)(?: now| today| here| free)?[!.]?|enter your e-?mail.{0,120}|never miss (?:a|an|our).{0,60}|(?:jetzt )?newsletter (?:abonnieren|bestellen).{0,60})$/iu,
    openings: [
      {
        pattern:
          /^(?:please )?(?:sign|signing) up (?:for|to|now|here|today|free)\b.{0,160}(?:newsletters?|e-?mails?|inbox|updates?|alerts?|briefing|stories|subscribe|digest)\b/iu,
        rest: 100,
      },
      {
        pattern:
          /^(?:subscribe|join|register)(?: now| today| here| free)? (?:to|for)\b.{0,120}(?:newsletters?|mailing list|e-?mails?|inbox|updates?|alerts?|channel|podcast|notifications?|digest)\b/iu,
        rest: 100,
      },
      {
        pattern:
          /^get (?:the|our|your|more|all)\b.{0,100}(?:in your inbox|newsletters?|by e-?mail|delivered)\b/iu,
        rest: 80,
      },
      {pattern: /^(?:your )?e-?mail address.{0,60}subscribe/iu, rest: 30},
      {pattern: /^(?:inscrivez-vous|abonnez-vous) .{0,120}newsletter/iu, rest: 60},
      {pattern: /^suscr[íi]bete .{0,120}(?:bolet[íi]n|newsletter)/iu, rest: 60},
    ],
  },
  {
    name: 'cookie notice',
    limit: 400,
    signs: ['cookie'],
    pattern:
      /^(?:(?:accept|manage|reject|allow)(?: all)? cookies.{0,60}|cookie (?:policy|settings|preferences|notice))$/iu,
    openings: [
      {
        pattern:
          /^(?:we|this (?:web ?site|site|page)|our (?:web ?site|site|partners)|by (?:continuing|using|clicking|browsing|visiting)|to (?:provide|improve|give)|accept|manage|diese (?:web)?seite|wir (?:verwenden|nutzen)|nous utilisons|utilizamos|ce site)\b.{0,380}(?:accept|agree|consent|continu|policy|settings|preferences|experience|use|einverstanden|zustimm|acept|accord)/iu,
        rest: 200,
      },
    ],
    mention: /\bcookies?\b/iu,
  },
  {
    name: 'copyright',
    limit: 260,
    signs: ['copyright', '©', '(c)', '&copy;', 'all right', 'rechte', 'droit', 'derecho', 'reproduction'],
    pattern:
      /^(?:(?:copyright|©|\(c\)|&copy;)\s*(?:(?:©|\(c\))\s*)?(?:\d{4}|by\b|the\b).{0,220}|.{0,80}\ball rights reserved\b(?! for\b).{0,140}|alle rechte vorbehalten.{0,80}|tous droits r[ée]serv[ée]s.{0,80}|todos los derechos reservados.{0,80}|reproduction (?:without permission|in whole or in part) .{0,80})$/iu,
  },
  {
    name: 'related',
    limit: 70,
    pattern:
      /^(?:related(?: (?:articles?|stories|posts?|topics?|news|content|links|reading|coverage|searches))?|more (?:stories|articles|news|from (?:this|the) (?:author|section)|on this (?:story|topic)|like this)|(?:you )?(?:may|might) also (?:like|be interested in)|you may like|recommended(?: (?:for you|articles?|stories|reading|videos?))?|(?:most|trending) (?:read|popular|viewed|shared|now|stories|news)|trending|popular (?:posts?|stories|articles)|top stories|latest (?:news|stories|posts|articles)|editor[’']?s['’]? (?:picks?|choice)|don[’']?t miss|what to read next|read next|up next|see also|also on .{1,30}|further reading|(?:das k[öo]nnte (?:sie|dich) auch interessieren|mehr zum thema|lesen sie auch)|(?:à lire aussi|lire aussi|sur le m[êe]me sujet)|(?:noticias|art[íi]culos) relacionad[ao]s)\s*[:»>]?$/iu,
  },
  {
    name: 'link to another article',
    limit: 200,
    pattern:
      /^(?:(?:(?:also|must|don[’']t miss)[- ]?read|read (?:also|more|next|the full (?:story|article))|see (?:also|more)|more on this|watch(?: (?:also|now|video|live))|related(?: (?:article|story|post|coverage|news|reading|link))?|recommended|lesen sie auch|mehr dazu|lire aussi|à lire aussi|lea tambi[ée]n|lee tambi[ée]n)\s*[:|»>–—-]\s*\S.{0,180}|(?:click|tap) here (?:to|for) .{1,100}|read (?:more|the full (?:story|article))(?: (?:here|at|on) .{1,80})?\s*[.»>…]*|continue reading\s*[.»>→…]*|load(?:ing)? (?:more|comments)\b.{0,80}|view (?:all|more) (?:comments|stories|articles|posts).{0,40})$/iu,
  },
  {
    name: 'comments',
    limit: 160,
    pattern:
      /^(?:(?:\d+|no) comments?(?: (?:on|to|so far)\b.{0,80}|\W{0,10})|(?:leave a|post a|add a|write a|view|show|hide|loading|see) comments?\b(?!,).{0,100}|leave a (?:reply|response).{0,40}|(?:please )?(?:log|sign) ?in to (?:leave a comment|comment|reply|post|continue|join).{0,60}|comments? (?:are )?(?:closed|off|disabled|\(\d+\)).{0,30}|join the (?:conversation|discussion)(?: (?:below|now|here|in the comments|on (?:our|facebook|twitter|discord)).{0,40})?[.!:]?|your email address will not be published.{0,80})$/iu,
  },
  {
    name: 'follow line',
    limit: 140,
    openings: [
      {
        pattern: new RegExp(
          `^(?:follow|find|like|join|connect with|add|subscribe to) [\\p{L}\\p{N} .&'’]{2,40} (?:on|at|as a preferred source on) (?:google(?: news)?|apple news|news break|${NETWORKS})\\b`,
          'iu',
        ),
        rest: 80,
      },
    ],
  },
  {
    name: 'first appeared on',
    limit: 260,
    openings: [
      {
        pattern:
          /^(?:the |this )?.{2,180}\s{0,9}(?:was )?(?:first |originally )?(?:appeared|published|posted)(?: first| originally)? (?:first )?(?:on|at|in) (?!\d{4}\b)(?=.{2})/iu,
        rest: 80,
      },
    ],
  },
  {
    name: 'site navigation',
    limit: 80,
    pattern:
      /^(?:skip to (?:main )?content|back to top|(?:previous|next) (?:article|post|story|page)(?:\s?[:»>→«←].{0,60})?|home\s*[›»>/|].{1,60}(?<![.!?])|terms (?:of (?:use|service)|and conditions)(?:\s*[|·•]\s*.{1,40})?|privacy policy(?:\s*[|·•]\s*.{1,40})?|download (?:our|the) app.{0,40}|(?:listen|watch) (?:to this|live|now)(?: article)?|\d+ min(?:ute)?s? read|reading time\s*:?.{1,20}|(?:font|text) size.{0,20})$/iu,
  },
]

/** A line says “first appeared on” about the article itself only if it says little else. */
const FIRST_APPEARED = /\b(?:first|originally)\b/iu

/** A number of comments. */
const COUNT =
  /^\d{1,6} (?:kommentare?|commentaires?|comentarios?|comment[io]|comentários?|reacties?|komentarz[ey]?|komentarzy|kommentar(?:er)?|комментари[йяев]{1,2}|yorum)$/u

/** An invitation to follow the site, up to the name of a network. */
const FOLLOW: LineOpening = {
  rest: 30,
  pattern: new RegExp(
    `^(?:folgen sie uns|folge uns|folgt uns|suivez[- ]nous|síguenos|seguici|siga-nos|siga a gente|volg ons|obserwuj nas|śledź nas|följ oss|følg os|følg oss|seuraa meitä|следите за нами|подписывайтесь на нас|bizi|在|تابعنا|ikuti kami)(?: .{0,20}|.{0,3})(?:${NETWORKS}|微博|微信|فيسبوك|تويتر|телеграм)`,
    'iu',
  ),
}

/** The same in Japanese, where the name of the network comes first. */
const FOLLOW_JAPANESE = /^(?:twitter|facebook|x|instagram)でフォロー(?:する)?$/iu

/** A cookie notice, in languages that the patterns above lack or cover only in part. */
const COOKIES =
  /^(?:(?:utilizamos|usamos|utilizziamo|usiamo|(?:wij|we) gebruiken|vi använder|vi bruger|vi bruker|używamy|мы используем|biz) .{0,20}(?:cookies?|куки|çerez)|(?:den här webbplatsen|denna webbplats|dette websted|dette nettstedet|bu (?:web )?site(?:si)?) .{0,20}(?:cookies?|çerez)|(?:本网站|本站|我们)使用\s?cookie|当サイトでは.{0,10}(?:クッキー|cookie)|이 (?:웹)?사이트는 쿠키|يستخدم هذا الموقع (?:ملفات تعريف الارتباط|cookies)).{0,300}$/iu

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    // The lower-case form of the Turkish capital with a dot.
    .replaceAll('i\u0307', 'i')
    .replace(/^[\s#>»–—-]{1,9}/u, '')
    .replace(/(?<![\s:!.…»>→：。،-])[\s:!.…»>→：。،-]{1,9}$/u, '')

/** Whether a text is a label with tags: several things, one word, or wording that only sites use ("filed under"). */
function isTags(text: string): boolean {
  const at = text.search(/[:：|]/)
  if (at < 1 || at > 30 || text.length > 240) return false
  const label = text.slice(0, at).trim().toLowerCase()
  const rest = text.slice(at + 1).trim()
  if (!TAG_LABELS.has(label) || rest === '') return false
  return /[,#|·•、，،;]/u.test(rest) || !/\s/.test(rest) || /^(?:tagged|filed|posted)/.test(label)
}

/** Find the purpose of a site’s line; undefined if it may belong to the article. */
export function boilerplateKind(text: string): string | undefined {
  if (text.length > 400 || text.length < 2) return undefined
  const line = plain(text)
  if (AMBIGUOUS_LINES.has(line)) return undefined
  const small = text.toLowerCase()
  const isOf = (kind: BoilerplateKind): boolean => isOfKind(kind, text, small)
  for (const kind of KINDS) {
    // A quick test first: hardly a line of an article begins like this.
    if (
      kind.name === 'first appeared on' &&
      !(
        /^(?:the |this )?(?:post|article|story|content|entry|piece)\b/iu.test(text) &&
        FIRST_APPEARED.test(text)
      )
    )
      continue
    if (isOf(kind)) return kind.name
  }
  const translated = TRANSLATED.find(isOf)?.name
  if (translated) return translated
  const whole = WHOLE_LINES.find(([, lines]) => lines.has(line.replace(/(?<!\s) ?©? ?\d{4}$/, '')))?.[0]
  if (whole) return whole
  if (isTags(text)) return 'tags'
  if (line.length <= 40 && COUNT.test(line)) return 'comments'
  if (line.length <= 90 && (opensLine(FOLLOW, line) || FOLLOW_JAPANESE.test(line))) return 'follow line'
  return COOKIES.test(text) ? 'cookie notice' : undefined
}

/** Whether both sites and writers use a line: only its surroundings decide. */
export const isAmbiguousBoilerplate = (text: string): boolean =>
  text.length <= 40 && AMBIGUOUS_LINES.has(plain(text))
