/**
 * Lines about the site, its makers or its readers that end an article or precede its first sentence: a table of phrases
 * in many languages. They count only at the edges; further in, the article may be about them.
 */
import type {Line} from './lines.ts'

interface Phrase {
  /** Explains the removal to an editor, as a noun phrase. */
  reason: string
  pattern: RegExp
  /** Maximum line length, in characters. */
  maxLength: number
}

/** Occurs at either edge. */
const DISCLOSURES: Phrase = {
  reason: 'a note about how the site earns money',
  pattern:
    /\baffiliate (?:links?|partners?|commissions?)\b|\bearns? (?:us )?(?:an? )?(?:small |affiliate )*commissions?\b|\bamazon associate\b|\bfrom (?:one or more of )?our advertisers\b|\bno position in any of the\b|\bat no (?:additional|extra) cost to you\b|affiliate-?links?|partnerlinks?|liens? affili|enlaces? de afiliad/iu,
  maxLength: 600,
}

const ENDINGS: readonly Phrase[] = [
  DISCLOSURES,
  {
    reason: 'the footer of a newsletter',
    pattern:
      /\b(?:you are|you[’']re) (?:receiving|getting|subscribed to) (?:this|our|these)\b|\byou(?: have)? received this (?:e-?mail|message|newsletter)\b|\bthis (?:e-?mail|message|newsletter) was sent to\b|\bunsubscribe\b|\b(?:update|manage) (?:your |my )?(?:e-?mail |subscription )?preferences\b|\b(?:view|read|open) (?:this (?:e-?mail|message|newsletter) |it )?(?:in|on) (?:your |the |a )?(?:web ?)?browser\b|\bnewsletter abbestellen\b|\bvom newsletter abmelden\b|\bim browser (?:ansehen|öffnen|anzeigen)\b|\bse désabonner\b|\bse désinscrire\b|\bdarse de baja\b|\bcancelar (?:la suscripción|a inscrição|a subscrição)\b|\bannulla (?:l[’'])?iscrizione\b|\buitschrijven\b|\bwypisz się\b|\bотписаться\b|配信停止|退订/iu,
    maxLength: 400,
  },
  {
    reason: 'contact details',
    pattern:
      /[\w.+-]{2,40}@[\w-]{2,40}\.\w{2}|\b(?:can be reached|contact (?:staff )?(?:writer|reporter|editor|the author)|reach the (?:reporter|author|writer)s?|puede escribirnos|envíe un correo)\b/iu,
    maxLength: 260,
  },
  {
    reason: 'an offer to subscribe or get a newsletter',
    pattern:
      /\b(?:subscribe|sign[- ]up|join our|get (?:access to|a subscription)|delivered (?:straight |right )?to your inbox|by submitting your e-?mail|newsletter|be the first to)\b|abonnieren|\babonne[zr]|suscr[íi]b|inscreva|iscriviti|subskrypcj|prenumer|\bnieuwsbrief\b|nyhetsbrev|registrieren sie|ニュースレター|更新情報|订阅|구독/iu,
    maxLength: 360,
  },
  {
    reason: 'an appeal for support',
    pattern:
      /\b(?:support (?:our|us|independent|[A-Z]\w+ (?:and|by))|supporting our|(?:make a |please )donat(?:e|ion)|fundraising|pitching in|every dollar (?:counts|helps|goes|matters|given|donated|raised|you (?:give|donate))|become a (?:member|subscriber|patron)|small favou?r to ask|made it to the (?:bottom|end))\b|\bspenden?\b.{0,60}\b(?:sie|uns|jetzt)\b|je fais un don|faire un don|hazte (?:miembro|soci[oa])|apoya (?:a |nuestro)|sostieni|wesprzyj/iu,
    maxLength: 500,
  },
  {
    reason: 'a note about comments',
    pattern:
      /\bnetiquette\b|\bkommentieren\b|\b(?:post|leave|add|write) (?:a|your) (?:comment|reply)|\bjoin the (?:conversation|discussion)\b|\bcomments? (?:are|is|have been|section is) (?:closed|moderated|now closed|open|disabled)|\b(?:log|sign) in to (?:comment|post|reply)|\b(?:deja|dejar|escribe|publica) (?:un|tu) comentario|\blaisse[rz] un commentaire|\blascia un commento|\bdeixe (?:um|seu) comentário|\bcomentários (?:com|que|ofensivos)\b.{1,90}\b(?:aprovad|exclu[íi]d|removid|moderad)|\bviews expressed (?:below|here|in (?:the )?comments)\b|التعليقات قبل نشر|الآراء الواردة أدناه|\bdodaj komentarz|\bplaats een reactie/iu,
    maxLength: 300,
  },
  {
    reason: 'a call to share or follow',
    pattern:
      /^(?:\W{0,5})(?:like this (?:story|article|post)\b|(?:please )?share (?:it|this|your)\b|follow (?:me|us|him|her|them|ap|the)\b|if you (?:enjoyed|liked|found)\b|let (?:me|us) know\b|(?:have any|got a) (?:questions?|tip)\b|stay connected\b|listen to \w+ live\b|folgen sie|folgt uns|s[ií]guenos|suivez|seguici|siga-nos)/iu,
    maxLength: 300,
  },
  {
    reason: 'a credit for the article or its pictures',
    pattern:
      /^[*_[(\s]{0,4}(?:sources?|quellen?|fonte?s?|fuentes?|źródło|zdroj|kilde|källa|bron|via|(?:feature[d]? |header |cover |title |main )?(?:image|photo|picture)s?(?: credits?| source| by| courtesy)?|titelbild|titelfoto|bild(?:er|quelle)?|fotos?|foto ?credit|photo credit|image credit|credits?|photographs?|crédits?(?: photos?)?)\s?[:：]|^via [\w-]+(?:\.[\w-]+)+$/iu,
    maxLength: 160,
  },
  {
    reason: 'a copyright notice',
    pattern:
      /©|\(c\) ?\d{4}|\bcopyright\b|\ball rights reserved\b|\bwritten permission\b|\bcreative commons\b|\blicen[cs]ed under\b|\brepublish (?:this|our|the)\b/iu,
    maxLength: 600,
  },
  {
    reason: 'a note about the page',
    pattern:
      /^(?:about the (?:author|writer)s?\b|page last (?:modified|updated)|(?:this (?:page|post|article) was )?last (?:updated|modified|reviewed)\b|view older versions|an error has occurred|thank you\W?$|this article has been sent|click to\b|no credit card|free \d+-day trial|our standards\s?:|(?:suggested |preferred )?citation\b|cite (?:this|as)\b|zitiervorschlag|zitierweise|editor[’']?s?[’']? note\b|disclaimer\b|disclosure\b|スポンサー)/iu,
    maxLength: 420,
  },
]

const BEGINNINGS: readonly Phrase[] = [
  DISCLOSURES,
  {
    reason: 'a button',
    pattern:
      /^(?:listen to (?:this|the) (?:article|story)|stay connected|audio version|artikel anhören|écouter|escuchar|ouvir)\b/iu,
    maxLength: 80,
  },
  {
    reason: 'how long ago it was published',
    pattern:
      /^(?:(?:published|posted|updated|last updated)\W{0,3})?(?:(?:\d{1,2}|an?|one) (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago|vor (?:\d{1,2}|einer|einem) (?:minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)|il y a (?:\d{1,2}|une?) (?:minutes?|heures?|jours?|semaines?|mois|ans?)|hace (?:\d{1,2}|una?) (?:minutos?|horas?|días?|semanas?|mes(?:es)?|años?)|há (?:\d{1,2}|uma?) (?:minutos?|horas?|dias?|semanas?|mês|meses|anos?)|\d{1,2} (?:minuti|ore|giorni|settimane|mesi|anni) fa|\d{1,2} ?(?:分钟|小时|天|時間|日|分)前)\W?$/iu,
    maxLength: 60,
  },
  {
    reason: 'a notice to readers',
    pattern:
      /\ban? (?:modern|newer|supported) browser\b|\bfor your personal,? non-?commercial use\b|\bjavascript (?:is|must be|to be)\b|\brequires javascript\b|\bget news,? updates\b/iu,
    maxLength: 400,
  },
]

/** Minimum length of an author’s name that identifies a line about them. */
const MIN_NAME_LENGTH = 5
/** Maximum length of a line about an author, in characters. */
const MAX_BIOGRAPHY_LENGTH = 700

/** Explain why a line at the end of an article is not part of it. `authors` are the article’s. */
export function endingReason(
  {tagName: name, text, media, ancestors}: Line,
  authors: readonly string[],
): string | undefined {
  // A step or an item is the writer’s.
  if (media > 0 || name === 'li' || ancestors.some(({tagName}) => tagName === 'li')) return undefined
  if (
    text.length <= MAX_BIOGRAPHY_LENGTH &&
    authors.some((name) => name.length >= MIN_NAME_LENGTH && startsWith(text, name) && isAbout(text, name))
  )
    return 'a note about the author'
  return reasonIn(ENDINGS, text)
}

/** Whether a text anywhere on a page is about the site and its readers. */
export const isAboutSite = (text: string): boolean => reasonIn(ENDINGS, text) !== undefined

/** Explain why a line before the first sentence, or that sentence, is not part of the article. */
export const beginningReason = ({text, media}: Line): string | undefined =>
  media > 0 ? undefined : reasonIn(BEGINNINGS, text)

const reasonIn = (phrases: readonly Phrase[], text: string): string | undefined =>
  phrases.find(({pattern, maxLength}) => text.length <= maxLength && pattern.test(text))?.reason

/** What follows the name of an author in a line about them. */
const LIFE =
  /^\W{0,4}(?:$|is\b|was\b|has (?:been|worked|written|covered)\b|(?:also )?(?:covers|lives|reports|serves|teaches|works|writes)\b|ist\b|war\b|schreibt\b|arbeitet\b|lebt\b|est\b|écrit\b|es\b|escribe\b|é\b|è\b|scrive\b|escreve\b)/iu

/** Whether a line that begins with a name is about it: a name of one word is often a company’s, of which the text says much else. */
const isAbout = (text: string, name: string): boolean =>
  /\S\s\S/.test(name) || LIFE.test(text.slice(text.toLowerCase().indexOf(name.toLowerCase()) + name.length))

const startsWith = (text: string, name: string): boolean =>
  text
    .replace(/^[^\p{L}]{0,4}/u, '')
    .toLowerCase()
    .startsWith(name.toLowerCase())
