// The list is plain HTML, so that it prints and is read; its boxes are heard here, all at once.
const boxes = () => [...document.querySelectorAll('table.directory input[data-school]')];

export default function ({setTriggerValue}) {
  const hear = event => {
    if (!event.target.matches?.('table.directory input[data-school]')) return;
    setTriggerValue('marks', Object.fromEntries(boxes().map(box => [box.dataset.school, box.checked])));
  };
  document.addEventListener('change', hear);
  return () => document.removeEventListener('change', hear);
}
