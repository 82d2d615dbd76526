/**
 * Headlines that tease another page, by their phrasing; each pattern is anchored at the start or end of the headline.
 */
const TEASERS: readonly RegExp[] = [
  // A media type before a colon: "Watch: …", "In pictures: …".
  /^(?:watch|video|videos|photos|pictures|gallery|slideshow|listen|podcast|quiz|poll|live|in pictures|must[- ]see|exclusive|vid[ée]o|en images|fotos|galer[íi]a|bilder|fotostrecke|bildergalerie|video|foto|guarda|kijk|se|смотрите|видео|фото)\s*[:|–—]\s*\S/iu,
  // A number of things: "10 things you need to know".
  /^\d{1,3} (?:\p{L}+ ){0,3}(?:things|ways|reasons|facts|tips|photos|pictures|moments|signs|mistakes|secrets|questions|takeaways|tricks|hacks|stories)\b/iu,
  /^\d{1,3} (?:\p{L}+ ){0,2}(?:dinge|gründe|tipps|fakten|wege|fehler|choses|raisons|conseils|façons|cosas|razones|consejos|formas|cose|motivi|consigli|dingen|redenen|saker|coisas|motivos|dicas|вещей|причин|фактов|советов)(?!\p{L})/iu,
  // A promised explanation: "Why everyone is talking about this".
  /^(?:why|how|what) (?:everyone|everybody|people|fans|nobody|no one|you (?:should|need|must))\b/iu,
  /^(?:here[’']s|this is|these are) (?:why|what|how|the)\b/iu,
  /^(?:everything (?:you|we) (?:need to )?know|what (?:we|you) (?:need to )?know)\b/iu,
  /^(?:warum (?:alle|jeder)|das müssen sie|pourquoi tout le monde|por qué todos)(?!\p{L})/iu,
  /(?:broke the internet|you won[’']t believe.{0,40}|will (?:surprise|shock|amaze) you|you need to know(?: today)?|talking about (?:this|it|him|her))[.!?…]{0,3}$/iu,
]

/** Whether a line reads as a teaser headline. */
export const isTeaser = (text: string): boolean => TEASERS.some((pattern) => pattern.test(text))
