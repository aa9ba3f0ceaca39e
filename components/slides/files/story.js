// Without this script all slides stand below each other, as they do on paper.
const slides = [...document.querySelectorAll('section')];
const place = document.getElementById('place');
let here = 0;

const show = number => {
  here = Math.max(0, Math.min(slides.length - 1, number));
  slides.forEach((slide, at) => slide.classList.toggle('here', at === here));
  place.textContent = `${here + 1} / ${slides.length}`;
  slides[here].focus({ preventScroll: true });
  scrollTo(0, 0);
};

const STEPS = {
  ArrowRight: () => here + 1, PageDown: () => here + 1, ' ': () => here + 1,
  ArrowLeft: () => here - 1, PageUp: () => here - 1,
  Home: () => 0, End: () => slides.length - 1,
};

document.addEventListener('keydown', event => {
  const own = event.key === ' ' && event.target.closest?.('button, summary');
  if (own || event.ctrlKey || event.metaKey || event.altKey || !(event.key in STEPS)) return;
  event.preventDefault();
  show(STEPS[event.key]());
});
document.getElementById('back').addEventListener('click', () => show(here - 1));
document.getElementById('on').addEventListener('click', () => show(here + 1));
document.querySelector('nav').hidden = false;
document.body.classList.add('shown');
const asked = slides.findIndex(slide => `#${slide.id}` === location.hash);
show(Math.max(0, asked));
