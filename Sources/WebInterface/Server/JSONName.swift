// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// The project's own, of which the server's library has one too.
typealias JSONValue = Tables.JSONValue
