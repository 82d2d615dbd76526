import {defineConfig, defineLocaleResourceBundle} from 'sanity'
import {structureTool} from 'sanity/structure'
import {resolveActions} from './actions/article-actions.ts'
import {resolveBadges} from './badges/article-badges.ts'
import {CopydeskIcon} from './components/copydesk-icon.tsx'
import {sameStoryInspector} from './duplicates/same-story-inspector.tsx'
import {TextPlugins} from './form/text-plugins.tsx'
import {findingsInspector} from './inspectors/findings-inspector.tsx'
import {lakeClientFactory} from './lake/client-factory.ts'
import {queueTool} from './queue/queue-tool.ts'
import {studioTypes} from './schema.ts'
import {settings} from './settings.ts'
import {ShortcutLayout} from './shortcuts/shortcut-sheet.tsx'
import {defaultDocumentNode, structure} from './structure/index.ts'
import {trailInspector} from './trail/trail-inspector.tsx'
import {versionsInspector} from './versions/versions-inspector.tsx'

/** The lists of the desk are not of types: an empty one says that nothing is in it. */
const listTexts = defineLocaleResourceBundle({
  locale: 'en-US',
  namespace: 'structure',
  resources: {'panes.document-list-pane.no-documents-of-type.text': 'Nothing here'},
})

const off = {enabled: false}
const {origin, apiHost} = settings

/** On a lake of the page's own origin nobody logs in, and what only Sanity's cloud offers is switched off. */
const onLake = origin
  ? {
      apiHost: origin,
      auth: {loginMethod: 'token' as const, providers: [], redirectOnSingle: false},
      unstable_clientFactory: lakeClientFactory(origin),
      apps: {canvas: off},
      scheduledDrafts: off,
      scheduledPublishing: off,
      mediaLibrary: off,
      releases: off,
      tasks: off,
      announcements: off,
    }
  : apiHost
    ? {apiHost}
    : {}

export default defineConfig({
  name: 'default',
  title: 'Copydesk',
  icon: CopydeskIcon,
  projectId: settings.projectId,
  dataset: settings.dataset,
  ...onLake,
  plugins: [queueTool(), structureTool({name: 'desk', title: 'Content', structure, defaultDocumentNode})],
  schema: {types: studioTypes},
  document: {
    actions: resolveActions,
    badges: resolveBadges,
    inspectors: (previous, {documentType}) =>
      documentType === 'article'
        ? [findingsInspector, sameStoryInspector, versionsInspector, trailInspector, ...previous]
        : previous,
    ...(origin ? {comments: off} : {}),
    // Reviews and scrapes come from the pipeline only.
    newDocumentOptions: (previous) =>
      previous.filter(({templateId}) => templateId !== 'review' && templateId !== 'scrape'),
  },
  studio: {components: {layout: ShortcutLayout}},
  i18n: {bundles: [listTexts]},
  form: {components: {portableText: {plugins: TextPlugins}}},
})
