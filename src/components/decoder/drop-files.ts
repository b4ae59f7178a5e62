/** Takes files that are dropped on an element; text that is dragged into the field is left to the browser. */
export function dropFiles(target: HTMLElement, onFiles: (files: readonly File[]) => void): void {
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  const mark = (isOver: boolean) => target.toggleAttribute('data-drop', isOver);
  target.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    mark(true);
  });
  target.addEventListener('dragleave', (event) => {
    if (!(event.relatedTarget instanceof Node) || !target.contains(event.relatedTarget)) mark(false);
  });
  target.addEventListener('drop', (event) => {
    mark(false);
    if (!hasFiles(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) onFiles(files);
  });
}
