// SPDX-License-Identifier: GPL-3.0-or-later

// One import is enough: the types that a desk is described with, and the protocols of policies and
// observers.
@_exported public import Scenarios
@_exported public import SimulationEngine
