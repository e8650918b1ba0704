package org.unlisted.takedown.evidence;

/**
 * Who makes packets, and with what.
 *
 * @param organisation printed in every packet
 * @param tool         name of the program
 * @param version      of the program
 */
public record Packer(String organisation, String tool, String version) {

    public Packer {
        for (String line : new String[] {organisation, tool, version}) {
            // a line feed here would forge lines of bag-info.txt
            if (line.isBlank() || line.chars().anyMatch(Character::isISOControl))
                throw new IllegalArgumentException("not one line of text: \"" + line.strip() + "\"");
        }
    }
}
