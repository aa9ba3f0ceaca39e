"""Put the three regions together: the one model that the files and the truth are read from."""

from dataclasses import dataclass

import pandas as pd

from data.demo import participation, reports, schools, standing
from data.demo.parameters import CHELYABINSK, ROSTOV, SVERDLOVSK, Parameters, RegionPlan
from data.demo.participation import History
from data.demo.streams import Streams


@dataclass(frozen=True)
class World:
    """Everything drawn for one seed, before it is turned into rows."""

    streams: Streams
    rostov: History
    chelyabinsk: History
    sverdlovsk: History
    report: pd.DataFrame

    @property
    def regions(self) -> tuple[History, ...]:
        """Histories in the order in which their rows are written."""
        return self.rostov, self.sverdlovsk, self.chelyabinsk


def make(municipalities: pd.DataFrame, seed: int, parameters: Parameters) -> World:
    """Draw the whole world of a seed."""
    streams = Streams(seed)
    absent = reports.chelyabinsk_without_data(municipalities, streams)
    talking = municipalities[~municipalities["oktmo"].isin(absent)]
    return World(
        streams=streams,
        rostov=region(ROSTOV, municipalities, streams, parameters),
        chelyabinsk=region(CHELYABINSK, talking, streams, parameters),
        sverdlovsk=region(SVERDLOVSK, municipalities, streams, parameters),
        report=reports.report_rows(municipalities, streams),
    )


def region(
    plan: RegionPlan, municipalities: pd.DataFrame, streams: Streams, parameters: Parameters
) -> History:
    """Draw one region; it does not depend on the others."""
    if plan is SVERDLOVSK:
        made_schools = schools.named_rows(plan, streams)
    else:
        places = municipalities[municipalities["region"] == plan.code]
        made_schools = schools.school_rows(plan, places, streams)
    lasting = standing.drawn(made_schools, plan, streams, parameters)
    return participation.simulated(plan, lasting, streams, parameters)
