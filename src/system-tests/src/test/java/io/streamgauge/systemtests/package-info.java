/** The product as its users run it: processes of the built distribution against a broker, killed, stopped and misled. */
@NullMarked
package io.streamgauge.systemtests;

import org.jspecify.annotations.NullMarked;
