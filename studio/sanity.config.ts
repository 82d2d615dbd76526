import {defineConfig, defineLocaleResourceBundle} from 'sanity'
import {structureTool} from 'sanity/structure'
import {sameStoryInspector} from './desk/duplicates/same-story-inspector.tsx'
import {queueTool} from './desk/queue/queue-tool.ts'
import {TextPlugins} from './editor/text-plugins.tsx'
import {lakeClientFactory} from './lake/client-factory.ts'
import {resolveActions} from './review/actions/article-actions.ts'
import {resolveBadges} from './review/article-badges.ts'
import {studioTypes} from './schema.ts'
import {settings} from './settings.ts'
import {CopydeskIcon} from './shared/copydesk-icon.tsx'
import {ShortcutLayout} from './shortcuts/shortcut-sheet.tsx'
import {defaultDocumentNode, structure} from './structure/index.ts'
import {findingsInspector} from './workbench/findings/findings-inspector.tsx'
import {trailInspector} from './workbench/trail/trail-inspector.tsx'
import {versionsInspector} from './workbench/versions/versions-inspector.tsx'

/** The Studio's text for an empty list names a document type. Lists of the desk show articles by status instead. */
const listTexts = defineLocaleResourceBundle({
  locale: 'en-US',
  namespace: 'structure',
  resources: {'panes.document-list-pane.no-documents-of-type.text': 'No articles here'},
})

const off = {enabled: false}
const {origin, apiHost} = settings

/** On a lake there is no login, and features that only Sanity's cloud offers are switched off. */
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
    // Only the pipeline creates reviews and scrapes.
    newDocumentOptions: (previous) =>
      previous.filter(({templateId}) => templateId !== 'review' && templateId !== 'scrape'),
  },
  studio: {components: {layout: ShortcutLayout}},
  i18n: {bundles: [listTexts]},
  form: {components: {portableText: {plugins: TextPlugins}}},
})
