/** Words that introduce authors and dates on a page, in many languages. */

/** Words that introduce only authors, in lower case, in any language. */
export const WRITTEN_BY: readonly string[] = [
  ...[
    'written by',
    'posted by',
    'published by',
    'words by',
    'story by',
    'text by',
    'report by',
    'article by',
    'recipe by',
    'authored by',
    'by',
  ],
  ...[
    'ein artikel von',
    'ein gastbeitrag von',
    'ein kommentar von',
    'eine analyse von',
    'geschrieben von',
    'verfasst von',
  ],
  ...[
    'geschreven door',
    'skrevet av',
    'skrevet af',
    'skriven av',
    'publisert av',
    'publicerad av',
    'kirjoittanut',
  ],
  ...['publié par', 'rédigé par', 'écrit par', 'escrito por', 'publicado por', 'redactado por', 'escrit per'],
  ...['scritto da', 'pubblicato da', 'a cura di', 'scris de', 'publicat de'],
  ...[
    'napisał',
    'napisała',
    'napsal',
    'napsala',
    'написал',
    'написала',
    'írta',
    'γράφει ο',
    'γράφει η',
    'yazan',
    'haberi yazan',
  ],
  ...['بقلم', 'كتب', 'מאת', 'oleh'],
]

/**
 * Prepositions that introduce an author in one language; in others they are part of names (`Per Olsson`, `Von Braun`).
 */
export const PREPOSITIONS: Readonly<Record<string, string>> = {
  ca: 'per',
  cs: 'od',
  da: 'af',
  de: 'von',
  es: 'por',
  fr: 'par',
  it: 'di',
  nb: 'av',
  nl: 'door',
  nn: 'av',
  no: 'av',
  pt: 'por',
  ro: 'de',
  sk: 'od',
  sv: 'av',
}

/** Labels before an author’s name. They count with a colon, or at the beginning of an author element. */
export const AUTHOR_LABELS: readonly string[] = [
  ...[
    'author',
    'authors',
    'author(s)',
    'autor',
    'autorin',
    'autoren',
    'auteur',
    'auteurs',
    'autora',
    'autores',
    'autore',
    'autori',
  ],
  ...[
    'autorzy',
    'autoři',
    'text',
    'tekst',
    'teksti',
    'kirjoittaja',
    'szerző',
    'yazar',
    'автор',
    'авторы',
    'автори',
    'текст',
  ],
  ...['作者', '記者', '记者', '撰文', '文', '著者', '執筆', 'نویسنده', 'लेखक', 'penulis', 'tác giả'],
]

/** Verbs before “by” that credit someone other than the author. */
export const OTHER_PEOPLE: readonly string[] = [
  ...[
    'updated',
    'reviewed',
    'edited',
    'fact checked',
    'fact-checked',
    'photo',
    'photos',
    'photography',
    'photographs',
    'translated',
  ],
  ...[
    'video',
    'illustration',
    'illustrations',
    'medically reviewed',
    'produced',
    'curated',
    'foto',
    'fotos',
    'übersetzt',
  ],
]

/** Beginnings of words before a date that is not the date of publication. */
export const UPDATED = [
  'updat',
  'modif',
  'last ',
  'revis',
  'review',
  'edit',
  'aktualis',
  'geändert',
  'bijgewerkt',
  'gewijzigd',
  'mis à jour',
  'mise à jour',
  'actualiz',
  'atualiz',
  'aggiorn',
  'oppdater',
  'opdater',
  'uppdater',
  'zaktualiz',
  'обновл',
  'оновл',
  'изменен',
  'frissít',
  'päivit',
  'güncel',
  '更新',
  '수정',
]

/** Beginnings of words before the date of publication. */
export const PUBLISHED = [
  'publi',
  'post',
  'veröffentlich',
  'erschienen',
  'geplaatst',
  'gepubliceerd',
  'pubblic',
  'опублик',
  'yayın',
  '发布',
  '發布',
  '公開',
  '入力',
  '입력',
  'julkais',
  'megjelen',
]

/** Words that are labels on a page and nobody’s name. */
export const LABELS: ReadonlySet<string> = new Set(
  'about all admin administrator anonymous author authors by comment comments contact contributor contributors editor editorial editors follow guest home more newsroom none read redaktion share staff team unknown user view webmaster website writer null undefined nan'.split(
    ' ',
  ),
)
