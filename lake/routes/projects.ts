import {Hono} from 'hono'
import type {Engine} from '../engine.ts'
import type {GuardEnv, Session} from '../guard/index.ts'
import {requireReader} from '../http/access.ts'
import {datasetOf} from '../http/dataset.ts'

/** What the project API returns for this lake. */
export interface ProjectSettings {
  projectId: string
  displayName: string
  /** The dataset that exists before its first document. */
  dataset: string
}

const EVERYTHING = '_id in path("**")'
const READ = ['read', 'history'] as const
const ALL = ['create', 'read', 'update', 'history', 'editHistory', 'manage'] as const

/**
 * What the Studio requests about the project: its name, its datasets and the user's permissions. Every project id means
 * this lake.
 */
export function projectRoutes(engine: Engine, settings: ProjectSettings): Hono<GuardEnv> {
  const app = new Hono<GuardEnv>()
  const datasets = () => {
    const names = new Set([settings.dataset, ...engine.datasets()])
    return [...names].sort().map((name) => ({name, aclMode: 'public', tags: []}))
  }
  const project = (id: string, {identity, role}: Session) => ({
    id,
    displayName: settings.displayName,
    studioHost: null,
    organizationId: null,
    isDisabled: false,
    metadata: {},
    features: [],
    members: [{id: identity, role, roles: [{name: role, title: role}], isRobot: false, isCurrentUser: true}],
  })

  app.get('/projects', (context) => context.json([project(settings.projectId, requireReader(context))]))
  app.get('/projects/:projectId', (context) =>
    context.json(project(context.req.param('projectId'), requireReader(context))),
  )
  app.get('/projects/:projectId/datasets', (context) => {
    requireReader(context)
    // Comments need a separate dataset, which a lake does not have.
    return context.json(context.req.query('datasetProfile') === 'comments' ? [] : datasets())
  })
  app.get('/datasets', (context) => {
    requireReader(context)
    return context.json(datasets())
  })
  app.get('/projects/:projectId/datasets/:dataset/acl', (context) => {
    datasetOf(context)
    return context.json([{filter: EVERYTHING, permissions: permissionsOf(requireReader(context))}])
  })
  app.get('/projects/:projectId/grants', (context) => {
    const grants = permissionsOf(requireReader(context)).map((name) => ({name, params: {}}))
    return context.json({'sanity.document.filter': [{grants, config: {filter: EVERYTHING}}]})
  })
  app.get('/projects/:projectId/roles', (context) => {
    requireReader(context)
    return context.json([])
  })
  app.get('/projects/:projectId/user-applications', (context) => {
    requireReader(context)
    return context.json([])
  })
  return app
}

function permissionsOf({kind}: Session): readonly string[] {
  return kind === 'editor' ? ALL : READ
}
