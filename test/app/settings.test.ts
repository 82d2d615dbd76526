import {expect, it} from 'vitest'
import {publishedContent} from '../../app/published-content.ts'
import {readServerSettings} from '../../app/settings.ts'
import {studioSettings} from '../../app/studio-files.ts'
import {readDeliverSettings} from '../../deliver/index.ts'
import {type Environment, SettingsError} from '../../ingest/intake/settings.ts'

const HOSTED = {SANITY_PROJECT_ID: 'abc', SANITY_DATASET: 'production', SANITY_TOKEN: 'secret'}

it('has a default for everything that works on one machine, on loopback', () => {
  expect(readServerSettings({}, '/desk')).toMatchObject({
    host: '127.0.0.1',
    port: 3333,
    sitePort: 3334,
    hosts: [],
    readOrigins: [],
    studioDirectory: '/desk/studio/dist',
    logLevel: 'warn',
    ingest: {target: 'local', dataDirectory: '/desk/.data'},
  })
})

it('reads lists by commas or spaces', () => {
  const {hosts, readOrigins} = readServerSettings(
    {
      COPYDESK_HOSTS: 'desk.example, www.desk.example',
      COPYDESK_READ_ORIGINS: 'http://localhost:5173  https://a.example',
    },
    '/desk',
  )
  expect(hosts).toEqual(['desk.example', 'www.desk.example'])
  expect(readOrigins).toEqual(['http://localhost:5173', 'https://a.example'])
})

it.each([
  [{COPYDESK_SITE_PORT: '0'}, 'COPYDESK_SITE_PORT'],
  [{COPYDESK_PORT: '70000'}, 'COPYDESK_PORT'],
  [{COPYDESK_SITE_URL: 'news.example.com'}, 'COPYDESK_SITE_URL'],
  [{COPYDESK_LOG_LEVEL: 'loud'}, 'COPYDESK_LOG_LEVEL'],
  [{SANITY_PROJECT_ID: 'abc', SANITY_DATASET: 'production'}, 'SANITY_TOKEN'],
  [{SANITY_STUDIO_PROJECT_ID: 'abc'}, 'SANITY_PROJECT_ID is not set'],
  [{...HOSTED, SANITY_STUDIO_PROJECT_ID: 'other'}, 'SANITY_STUDIO_PROJECT_ID'],
  [{...HOSTED, SANITY_STUDIO_DATASET: 'staging'}, 'SANITY_STUDIO_DATASET'],
])('refuses %j and names the setting', (environment, name) => {
  expect(() => readServerSettings(environment, '/desk')).toThrow(SettingsError)
  expect(() => readServerSettings(environment, '/desk')).toThrow(name)
})

it.each([
  [{SANITY_TOKEN: 'secret', PATH: '/bin'}, {}],
  [
    {SANITY_TOKEN: 'secret', SANITY_STUDIO_PROJECT_ID: 'abc', SANITY_STUDIO_DATASET: ''},
    {SANITY_STUDIO_PROJECT_ID: 'abc'},
  ],
  [HOSTED, {SANITY_STUDIO_PROJECT_ID: 'abc', SANITY_STUDIO_DATASET: 'production'}],
  [
    {...HOSTED, SANITY_API_HOST: 'https://api.example', COPYDESK_SITE_URL: 'https://news.example'},
    {
      SANITY_STUDIO_PROJECT_ID: 'abc',
      SANITY_STUDIO_DATASET: 'production',
      SANITY_STUDIO_API_HOST: 'https://api.example',
      SANITY_STUDIO_SITE_URL: 'https://news.example',
    },
  ],
  [
    {SANITY_API_HOST: 'http://127.0.0.1:3333', SANITY_STUDIO_SITE_URL: 'https://a.example'},
    {SANITY_STUDIO_SITE_URL: 'https://a.example'},
  ],
])('of %j, the Studio’s bundle is given %j', (environment, settings) => {
  expect(studioSettings(environment)).toEqual(settings)
})

it.each<[string, Environment, object]>([
  [
    'the lake of this process',
    {},
    {projectId: 'local', dataset: 'production', apiHost: 'http://127.0.0.1:4000'},
  ],
  ['hosted Sanity and its CDN', HOSTED, {projectId: 'abc', dataset: 'production'}],
  [
    'another host of hosted Sanity',
    {...HOSTED, SANITY_API_HOST: 'https://api.example'},
    {projectId: 'abc', dataset: 'production', apiHost: 'https://api.example', useProjectHostname: true},
  ],
  [
    'a hosted Sanity on this machine',
    {...HOSTED, SANITY_API_HOST: 'http://127.0.0.1:9'},
    {projectId: 'abc', dataset: 'production', apiHost: 'http://127.0.0.1:9', useProjectHostname: false},
  ],
])('the site reads from %s', (_, environment, source) => {
  expect(publishedContent(readServerSettings(environment, '/desk').ingest, 4000)).toEqual(source)
  if (environment !== HOSTED && !('SANITY_API_HOST' in environment)) return
  expect(readDeliverSettings(environment)).toEqual(source)
})
