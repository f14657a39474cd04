/** The browser's own file dialog, opened from menus and empty states. */
import type { RefObject } from 'preact';

export interface FilePickerProps {
  input: RefObject<HTMLInputElement>;
  onFiles: (files: readonly File[]) => void;
}

export function FilePicker({ input, onFiles }: FilePickerProps) {
  return (
    <input
      ref={input}
      type="file"
      accept=".pdf,.ofd,.html,.htm,.xhtml,application/pdf,text/html"
      multiple
      hidden
      onChange={(event) => {
        const files = [...(event.currentTarget.files ?? [])];
        event.currentTarget.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
