// SPDX-License-Identifier: GPL-3.0-or-later

/// The commit of the sources that the program was built from, with "+changes" behind it where they
/// were changed since; empty where nobody knows.
const char *inquiry_revision(void);
