/**
 * Who asked to be protected: {@link org.unlisted.console.people.PeopleDesk} enrols a person with a consent record and
 * erases everything again when they withdraw.
 */
@NullMarked
package org.unlisted.console.people;

import org.jspecify.annotations.NullMarked;
