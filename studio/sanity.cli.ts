import {defineCliConfig} from 'sanity/cli'

/** For `sanity schema extract` and `sanity typegen generate`; paths start from this folder. See scripts/typegen.ts. */
export default defineCliConfig({
  api: {
    projectId: process.env.SANITY_STUDIO_PROJECT_ID ?? 'local',
    dataset: process.env.SANITY_STUDIO_DATASET ?? 'production',
  },
  deployment: {autoUpdates: false},
  typegen: {
    path: ['../deliver/**/*.ts', './**/*.{ts,tsx}'],
    schema: '.sanity/schema.json',
    // `--check` of scripts/typegen.ts writes elsewhere, to compare.
    generates: process.env.COPYDESK_TYPEGEN_OUT ?? '../schemas/sanity.types.ts',
    overloadClientMethods: true,
  },
})
