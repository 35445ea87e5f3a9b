// SPDX-License-Identifier: GPL-3.0-or-later

#include "revision.h"

#ifndef INQUIRY_REVISION
#define INQUIRY_REVISION ""
#endif

const char *inquiry_revision(void) { return INQUIRY_REVISION; }
