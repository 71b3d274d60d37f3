/** An S3 endpoint over a folder, on loopback, for one machine. */
@NullMarked
package dev.marketlake.backing.objectstore;

import org.jspecify.annotations.NullMarked;
