// The width of the main column, told to the server when it comes into another class.
const PAUSE = 120;  // ms after the last change: a window is dragged through many widths
let watch = null, waiting = 0;

export default function ({data, setStateValue}) {
  const main = document.querySelector('[data-testid=stMainBlockContainer]');
  let told = data.room;
  const look = () => {
    window.room_is_awaited = false;
    if (matchMedia('print').matches) return;
    const {paddingLeft, paddingRight} = getComputedStyle(main);
    const inner = main.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    const room = data.classes.findLast(each => each <= inner) ?? data.classes[0];
    if (room === told) return;
    told = room;
    // The next session knows it before its first run.
    document.cookie = `${data.cookie}=${room}; path=/; max-age=31536000; SameSite=Lax`;
    setStateValue('room', room);
  };
  watch?.disconnect();
  clearTimeout(waiting);
  watch = new ResizeObserver(() => {
    window.room_is_awaited = true;
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  });
  watch.observe(main);
}
