import {Hono} from 'hono'
import type {GuardEnv} from '../guard/index.ts'
import {datasetOf} from '../http/dataset.ts'

/** `ping`, and neutral responses for hosted services that a lake does not have. */
export function statusRoutes(): Hono<GuardEnv> {
  const app = new Hono<GuardEnv>()

  app.get('/ping', (context) => context.text('pong'))
  app.get('/data/ping/:dataset', (context) => {
    datasetOf(context)
    return context.body(null, 204)
  })
  // The guard has already accepted the origin.
  app.get('/check/cors', (context) => context.json({result: {allowed: true, withCredentials: true}}))

  app.get('/auth/providers', (context) => context.json({providers: [], thirdPartyLogin: false}))
  app.get('/auth/id', (context) => context.json({id: context.get('session').identity}))
  app.post('/auth/logout', (context) => context.body(null, 204))

  app.get('/schedules/*', (context) => context.json({schedules: []}))
  app.get('/intake/telemetry-status', (context) => context.json({status: 'denied'}))
  app.post('/intake/batch', (context) => context.json({}, 202))
  app.get('/features', (context) => context.json([]))

  return app
}
