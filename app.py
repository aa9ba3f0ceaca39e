"""Open the dashboard: run `python app.py`, or `streamlit run app.py`.

Started as a program it loads what pages need before it serves, so that the first reader does not
wait for imports; to the server it gives the application with our gate before it; inside Streamlit
it sets the page up and hands over to the menu.
"""

import gc
import sys

import streamlit as st
from starlette.middleware import Middleware
from streamlit import net_util

from components.base.i18n import Words
from components.base.language import language
from components.base.streamlit_texts import guard
from components.shell import memory, navigation, upload_gate


def stay_here() -> None:
    """Keep Streamlit from turning to hosts outside for this machine's address on the network.

    Where it listens widely it asks one at its start and for every page of a foreign site, and
    connects a socket to another, 8.8.8.8, though it sends nothing there. Where it is told nothing
    it knows nothing, and no feature of ours needs the answer.
    """
    net_util.get_external_ip = lambda: None
    net_util.get_internal_ip = lambda: None


def serve() -> None:
    """Load the rooms of the house, then serve the dashboard; arguments go to Streamlit."""
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.web import cli

    from components.heatmap import views  # noqa: F401  loaded for every later page
    from data import first_start

    first_start.sweep()

    # What is loaded by now stays for good: two hundred thousand objects that every full search for
    # garbage would go through again, while all readers wait 0.15 s.
    gc.collect()
    gc.freeze()

    # What st.navigation sets at its first call; set before the first reader comes, or he would
    # see Streamlit's own list of the files in pages/ for a moment.
    PagesManager.uses_pages_directory = False
    sys.argv = ["streamlit", "run", __file__, *sys.argv[1:]]
    cli.main()


stay_here()
guard()
memory.take_from_system()
if st.runtime.exists():
    st.set_page_config(
        page_title=Words(language())("section.monitor"),
        page_icon=navigation.icon(),
        layout="wide",
    )
    try:
        navigation.run()
    finally:
        memory.give_back_if_due()
elif __name__ == "__main__":
    serve()
else:
    from components.scripts import door
    from components.shell import front_door

    gates = [
        Middleware(door.RowsDoor),
        Middleware(front_door.FrontDoor),
        Middleware(upload_gate.UploadGate),
    ]
    app = st.App(__file__, middleware=gates)
