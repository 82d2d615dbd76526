import {type Kind, TRANSLATED} from './boilerplate-lines.ts'

/**
 * Lines that sites put round and into articles, by what they are for. Each pattern covers a whole line (they are anchored):
 * a sentence that only mentions a newsletter is not one.
 */
const NETWORKS =
  'facebook|twitter|x|linked ?in|whats ?app|telegram|pinterest|reddit|tumblr|instagram|tik ?tok|you ?tube|mastodon|bluesky|threads|viber|vk|e-?mail|mail|print|copy link|link|sms|messenger|flipboard|pocket|share|save|xing|line|wechat|weibo|rss|more'

const KINDS: readonly Kind[] = [
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
      /^[\s\-–—_*|[(]*(?:advertisement|advertorial|sponsored(?: content| links?)?|promoted(?: content| stories)?|ad|ads by \S+|(?:anzeige|werbung)(?: \S{2,20})?|publicit[ée]|publicidad|annonce|reklama?|реклама|pubblicit[àa]|advertentie|paid content|article continues (?:below|after)(?: this)?(?: ad(?:vertisement)?)?|(?:story|content) continues below(?: ad(?:vertisement)?)?|scroll to continue.*|continue reading (?:below|after .*))(?:\s*[-–—:|]\s*(?:continue reading below|scroll (?:down )?to continue.*|story continues below|article continues below))?[\s\-–—_*|\])]*$/iu,
  },
  {
    name: 'newsletter',
    limit: 260,
    pattern:
      /^(?:(?:please )?(?:sign|signing) up (?:for|to|now|here|today|free)\b.{0,160}(?:newsletters?|e-?mails?|inbox|updates?|alerts?|briefing|stories|subscribe|digest)\b.{0,100}|(?:subscribe|join|register)(?: now| today| here| free)?(?: (?:to|for)\b.{0,120}(?:newsletters?|mailing list|e-?mails?|inbox|updates?|alerts?|channel|podcast|notifications?|digest)\b.{0,100}|[!.]?)|get (?:the|our|your|more|all)\b.{0,100}(?:in your inbox|newsletters?|by e-?mail|delivered)\b.{0,80}|enter your e-?mail.{0,120}|never miss (?:a|an|our).{0,60}|(?:your )?e-?mail address.{0,60}subscribe.{0,30}|(?:jetzt )?newsletter (?:abonnieren|bestellen).{0,60}|(?:inscrivez-vous|abonnez-vous) .{0,120}newsletter.{0,60}|suscr[íi]bete .{0,120}(?:bolet[íi]n|newsletter).{0,60})$/iu,
  },
  {
    name: 'cookie notice',
    limit: 400,
    signs: ['cookie'],
    pattern:
      /^(?=.*\bcookies?\b)(?:(?:we|this (?:web ?site|site|page)|our (?:web ?site|site|partners)|by (?:continuing|using|clicking|browsing|visiting)|to (?:provide|improve|give)|accept|manage|diese (?:web)?seite|wir (?:verwenden|nutzen)|nous utilisons|utilizamos|ce site)\b.{0,380}(?:accept|agree|consent|continu|policy|settings|preferences|experience|use|einverstanden|zustimm|acept|accord).{0,200}|(?:accept|manage|reject|allow)(?: all)? cookies.{0,60}|cookie (?:policy|settings|preferences|notice))$/iu,
  },
  {
    name: 'copyright',
    limit: 260,
    signs: ['copyright', '©', '(c)', '&copy;', 'all right', 'rechte', 'droit', 'derecho', 'reproduction'],
    pattern:
      /^(?:(?:copyright|©|\(c\)|&copy;)\s*(?:©|\(c\))?\s*(?:\d{4}|by\b|the\b).{0,220}|.{0,80}\ball rights reserved\b.{0,140}|alle rechte vorbehalten.{0,80}|tous droits r[ée]serv[ée]s.{0,80}|todos los derechos reservados.{0,80}|reproduction (?:without permission|in whole or in part) .{0,80})$/iu,
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
    name: 'tags',
    limit: 240,
    pattern:
      /^(?:tags?|tagged(?: (?:with|as))?|filed under|topics|categor(?:y|ies)|posted in|keywords|schlagw[öo]rter|mots[- ]cl[ée]s|etiquetas)\s*[:|]\s*\S.{0,220}$/iu,
  },
  {
    name: 'comments',
    limit: 160,
    pattern:
      /^(?:(?:\d+|no|leave a|post a|add a|write a|view|show|hide|loading|see) comments?\b.{0,100}|leave a (?:reply|response).{0,40}|(?:please )?(?:log|sign) ?in to (?:leave a comment|comment|reply|post|continue|join).{0,60}|comments? (?:are )?(?:closed|off|disabled|\(\d+\)).{0,30}|join the (?:conversation|discussion).{0,60}|your email address will not be published.{0,80})$/iu,
  },
  {
    name: 'follow line',
    limit: 140,
    pattern: new RegExp(
      `^(?:follow|find|like|join|connect with|add|subscribe to) (?:us|me|our (?:channel|page)|[\\p{L}\\p{N} .&'’]{2,40}) (?:on|at|as a preferred source on) (?:google(?: news)?|apple news|news break|${NETWORKS})\\b.{0,80}$`,
      'iu',
    ),
  },
  {
    name: 'first appeared on',
    limit: 260,
    pattern:
      /^(?:the |this )?(?:post|article|story|content|entry|piece|.{2,180})\s*(?:was )?(?:first |originally )?(?:appeared|published|posted)(?: first| originally)? (?:first )?(?:on|at|in) .{2,80}$/iu,
  },
  {
    name: 'site navigation',
    limit: 80,
    pattern:
      /^(?:skip to (?:main )?content|back to top|(?:previous|next) (?:article|post|story|page)\b.{0,60}|home\s*[›»>/|].{1,60}(?<![.!?])|terms (?:of (?:use|service)|and conditions)(?:\s*[|·•]\s*.{1,40})?|privacy policy(?:\s*[|·•]\s*.{1,40})?|download (?:our|the) app.{0,40}|(?:listen|watch) (?:to this|live|now)(?: article)?|\d+ min(?:ute)?s? read|reading time\s*:?.{1,20}|(?:font|text) size.{0,20})$/iu,
  },
]

/** "First appeared on" is only said of the article itself by a line that says little else. */
const FIRST_APPEARED = /\b(?:first|originally)\b/iu

/** What a line of a site is for; undefined where it may be the article's own. */
export function boilerplateKind(text: string): string | undefined {
  if (text.length > 400 || text.length < 2) return undefined
  const small = text.toLowerCase()
  const isOf = ({pattern, limit, signs}: Kind): boolean =>
    text.length <= limit &&
    (signs === undefined || signs.some((sign) => small.includes(sign))) &&
    pattern.test(text)
  for (const kind of KINDS) {
    // What is quick to tell comes first: hardly a line of an article begins so.
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
  return TRANSLATED.find(isOf)?.name
}
