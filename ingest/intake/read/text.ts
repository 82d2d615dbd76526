import {readFile} from 'node:fs/promises'
import {InputError} from '../../parse/errors.ts'

/** The text of a small file that was passed to a command. Throws {@link InputError} `unreadable`. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new InputError('unreadable', `${path} could not be read: ${reason}`, {cause: error})
  }
}
