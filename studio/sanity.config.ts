import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'
import {schemaTypes} from '../schemas/index.ts'

export default defineConfig({
  projectId: 'local',
  dataset: 'production',
  plugins: [structureTool()],
  schema: {types: schemaTypes},
})
