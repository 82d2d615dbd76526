import type {DocumentActionComponent} from 'sanity'

/**
 * The Studio's own “Discard changes”, only for published articles. For an article that was never published, it would delete
 * everything and leave its review behind.
 */
export function discardToPublished(original: DocumentActionComponent): DocumentActionComponent {
  const useOriginal = original
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each original, in article-actions.ts
  const DiscardToPublished: DocumentActionComponent = (props) => {
    const description = useOriginal(props)
    return props.published ? description : null
  }
  if (original.action) DiscardToPublished.action = original.action
  DiscardToPublished.displayName = 'DiscardToPublished'
  return DiscardToPublished
}
