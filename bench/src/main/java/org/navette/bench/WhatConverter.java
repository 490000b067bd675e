package org.navette.bench;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Names as they are typed. */
final class WhatConverter implements ITypeConverter<What> {

    @Override
    public What convert(String value) {
        try {
            return What.of(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
