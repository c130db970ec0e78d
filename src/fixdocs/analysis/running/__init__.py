"""Running data: indicators by month, classes of complaints, tickets, and the process log."""

from __future__ import annotations

from .classes import ClassBar, Classes, classes
from .eventlog import Activity, LogFindings, Variant, case_days, log
from .indicators import IndicatorFindings, indicator
from .tickets import MonthOfTickets, OneTicket, TicketFindings, closing_days, in_period, one_ticket, tickets
from .times import Times

__all__ = [
    "Activity",
    "ClassBar",
    "Classes",
    "IndicatorFindings",
    "LogFindings",
    "MonthOfTickets",
    "OneTicket",
    "TicketFindings",
    "Times",
    "Variant",
    "case_days",
    "classes",
    "closing_days",
    "in_period",
    "indicator",
    "log",
    "one_ticket",
    "tickets",
]
