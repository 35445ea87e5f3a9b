// SPDX-License-Identifier: GPL-3.0-or-later

package import Tables

/// The project's own, of which the server's library has one too.
package typealias JSONValue = Tables.JSONValue
