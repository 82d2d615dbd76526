import {describe, expect, test} from 'vitest'
import {boilerplateKind} from '../../../ingest/repair/tree/boilerplate.ts'

describe('lines of sites', () => {
  test.each([
    ['The post Night Trams appeared first on Example News.', 'first appeared on'],
    ['Der Beitrag Nachtbahnen erschien zuerst auf Beispiel.', 'first appeared on'],
    ['L’article Trams de nuit est apparu en premier sur Exemple.', 'first appeared on'],
    ['La entrada Tranvías aparece primero en Ejemplo.', 'first appeared on'],
    ['O post Bondes apareceu primeiro em Exemplo.', 'first appeared on'],
    ["L'articolo Tram di notte proviene da Esempio.", 'first appeared on'],
    ['Запись Ночные трамваи впервые появилась Пример.', 'first appeared on'],
    ['Teilen mit:', 'share line'],
    ['Partager :', 'share line'],
    ['Abonnieren Sie unseren Newsletter', 'newsletter'],
    ['Iscriviti alla nostra newsletter', 'newsletter'],
    ['Diese Website verwendet Cookies.', 'cookie notice'],
    ['Ce site utilise des cookies pour mesurer sa fréquentation.', 'cookie notice'],
    ['Все права защищены.', 'copyright'],
    ['Ähnliche Beiträge', 'related'],
    ['Articles similaires', 'related'],
    ['Leggi anche: I tram di notte', 'link to another article'],
    ['Lees ook: Nachttrams', 'link to another article'],
  ])('%s', (line, kind) => {
    expect(boilerplateKind(line)).toBe(kind)
  })
})

describe('lines of an article', () => {
  test.each([
    'The post office appeared on the map in 1903.',
    'Der Artikel erschien in der Zeitung von gestern.',
    'Das Programm erschien zuerst auf dem Atari.',
    'Teilen macht Freude, sagte sie.',
    'Partager le travail n’est pas facile.',
    'Cookies backen wir am liebsten im Winter.',
    'Leggi anche tu i giornali?',
    'Weitere Artikel des Vertrags regeln den Handel.',
  ])('%s', (line) => {
    expect(boilerplateKind(line)).toBeUndefined()
  })
})
