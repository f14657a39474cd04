/** Gives the person a file, without the `downloads` permission: a link to a Blob, clicked. */

/** Long enough for slow disks; the Blob is freed afterwards. */
const REVOKE_MS = 60_000;

export function downloadFile(name: string, content: string | Blob, type = 'text/markdown;charset=utf-8'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_MS);
}
