import {BlockElementIcon} from '@sanity/icons/BlockElement'
import {CodeBlockIcon} from '@sanity/icons/CodeBlock'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {HashIcon} from '@sanity/icons/Hash'
import {ImageIcon} from '@sanity/icons/Image'
import {LinkIcon} from '@sanity/icons/Link'
import {PlayIcon} from '@sanity/icons/Play'
import {SplitHorizontalIcon} from '@sanity/icons/SplitHorizontal'
import {TagIcon} from '@sanity/icons/Tag'
import {ThListIcon} from '@sanity/icons/ThList'
import {UserIcon} from '@sanity/icons/User'
import type {ComponentType} from 'react'
import type {SchemaTypeDefinition} from 'sanity'
import {schemaTypes} from '../schemas/index.ts'
import type {BlockType} from '../schemas/names.ts'
import {withScripts} from './editor/scripts.tsx'
import {withWorstFinding} from './review/review-preview.tsx'
import {BodyInput} from './workbench/form/body-input.tsx'
import {StackedArticle} from './workbench/form/stacked-article.tsx'

/** The icon of each type of block. */
const BLOCK_ICONS: Record<BlockType, ComponentType> = {
  table: ThListIcon,
  figure: ImageIcon,
  code: CodeBlockIcon,
  latex: HashIcon,
  embed: PlayIcon,
  divider: SplitHorizontalIcon,
}

const ICONS: Readonly<Record<string, ComponentType>> = {
  ...BLOCK_ICONS,
  article: DocumentTextIcon,
  review: EyeOpenIcon,
  scrape: CodeBlockIcon,
  source: EarthGlobeIcon,
  author: UserIcon,
  topic: TagIcon,
  link: LinkIcon,
  finding: BlockElementIcon,
}

/** The schema types with the icons and components of the Studio. */
export const studioTypes: SchemaTypeDefinition[] = schemaTypes.map((type): SchemaTypeDefinition => {
  const icon = ICONS[type.name]
  const shown = {
    ...type,
    ...(icon ? {icon} : {}),
    ...(type.name === 'body' ? {components: {input: BodyInput}} : {}),
    ...(type.name === 'article' ? {components: {input: StackedArticle}} : {}),
  }
  if (shown.name === 'review' && 'preview' in shown && shown.preview) {
    return {...shown, preview: withWorstFinding(shown.preview)} as SchemaTypeDefinition
  }
  return withScripts(shown as SchemaTypeDefinition)
})
