/**
 * Where a notice goes: {@link org.unlisted.takedown.channel.ChannelCatalogue} knows the complaint channels of
 * platforms by the hosts that they serve.
 */
@NullMarked
package org.unlisted.takedown.channel;

import org.jspecify.annotations.NullMarked;
