import { Upload } from './uploads';

/** All that publishing asks of a bucket. */
export interface ObjectStore {
  /** What is there under a key; nothing where nothing is. */
  read(key: string): Promise<Buffer | undefined>;

  /** Writes a file; with `onlyNew` it gives `exists`, and changes nothing, where something is there. */
  write(upload: Upload, onlyNew: boolean): Promise<'written' | 'exists'>;

  /** The keys that start like this. */
  list(prefix: string): Promise<string[]>;

  /** Deletes what is under a key. */
  remove(key: string): Promise<void>;

  /** Lets go of connections. */
  close(): void;
}
